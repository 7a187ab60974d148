using System.Text.RegularExpressions;
using Evolink.Jobs.Diagnostics;
using Evolink.Jobs.PostgreSql.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Evolink;

/// <summary>Keeps jobs in PostgreSQL.</summary>
public static partial class PostgreSqlJobs
{
    /// <summary>The schema that holds the tables where no other is named.</summary>
    public const string DefaultSchema = "evolink_jobs";

    /// <summary>Keeps the jobs in PostgreSQL, in a schema of their own. It and its tables are made when they are first needed, unless they are there.</summary>
    /// <param name="options">The options of the jobs.</param>
    /// <param name="connectionString">The database, in Npgsql's words: <c>Host=db;Database=shop;Username=jobs;Password=…</c>.</param>
    /// <param name="schema">The schema: lower-case letters, digits and underscores.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">The connection string is empty or none, or the schema's name has other characters.</exception>
    public static EvolinkJobsOptions UsePostgreSql(this EvolinkJobsOptions options, string connectionString, string schema = DefaultSchema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ThrowIfNoName(schema);
        _ = new NpgsqlConnectionStringBuilder(connectionString);
        return options.UseStore(provider =>
        {
            NpgsqlDataSourceBuilder builder = new(connectionString);
            ILoggerFactory? loggers = provider.GetService<ILoggerFactory>();
            if (loggers is not null) builder.UseLoggerFactory(loggers);
            return new PostgreSqlJobStore(builder.Build(), schema, JobLog.CreateLogger(loggers));
        });
    }

    /// <summary>The statements that make the schema and its tables, for an administrator to run where an application may make none.</summary>
    /// <exception cref="ArgumentException">The schema's name has other characters than lower-case letters, digits and underscores.</exception>
    public static string CreateScript(string schema = DefaultSchema)
    {
        ThrowIfNoName(schema);
        return PostgreSqlSchema.CreateScript(schema);
    }

    // It stands in statements, where no value can; so it is nothing that a statement could be made of.
    private static void ThrowIfNoName(string schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        if (!Name().IsMatch(schema)) throw new ArgumentException("The schema's name must begin with a lower-case letter, and have lower-case letters, digits and underscores, at most 63.", nameof(schema));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,62}\z")]
    private static partial Regex Name();
}
