using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Client;

/// <summary>The methods that upload files, in the group of their operation: <c>UploadAsync</c> where that name is free.</summary>
internal static class UploadBuilder
{
    /// <param name="operations">The operations of a group.</param>
    /// <param name="methods">Their methods.</param>
    /// <param name="fields">The operations' fields, by their ids.</param>
    public static EquatableArray<UploadModel> Build(IEnumerable<MergedOperation> operations, EquatableArray<MethodModel> methods, IReadOnlyDictionary<string, string> fields)
    {
        HashSet<string> taken = [.. methods.SelectMany(method => new[] { method.Name, method.Page?.Name ?? method.Name })];
        var uploads = new List<UploadModel>();
        // One operation that is sent a file and one that fetches it share the name: their overloads differ.
        foreach (IGrouping<bool, MergedOperation> kind in operations.Where(CanUpload).GroupBy(operation => operation.First.Upload!.IsFetched))
        {
            HashSet<string> own = [.. taken];
            foreach (MergedOperation operation in kind)
            {
                string name = own.Add("UploadAsync") ? "UploadAsync" : own.Add("UploadFileAsync") ? "UploadFileAsync" : Words.Identifier(operation.First.Id, "Operation") + "FromAsync";
                string field = fields[operation.Id];
                uploads.Add(new UploadModel(name, field, methods.First(method => method.Operation == field), operation.First.Upload!));
            }
        }

        return uploads.ToEquatableArray();
    }

    /// <summary>The operation that takes the files which requests name.</summary>
    public static MergedOperation? FindForRequests(IEnumerable<MergedOperation> operations) => operations.FirstOrDefault(operation => CanUpload(operation) && !operation.First.Upload!.IsFetched);

    /// <summary>Whether a file is all that the operation has to be given.</summary>
    private static bool CanUpload(MergedOperation operation) =>
        operation.First.Upload is not null && operation.Family is null && !operation.Parameters.Any(parameter => parameter.IsDemanded);
}
