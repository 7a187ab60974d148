namespace Evolink.Tests.Support;

internal static class Leaks
{
    /// <summary>The key, or the message that carried it, is nowhere in an exception.</summary>
    public static void AssertNoKey(Exception exception)
    {
        Assert.DoesNotContain(TestApi.Key, exception.ToString(), StringComparison.Ordinal);
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            foreach (System.Reflection.PropertyInfo property in inner.GetType().GetProperties())
            {
                object? value = property.GetValue(inner);
                Assert.IsNotType<HttpRequestMessage>(value);
                Assert.DoesNotContain(TestApi.Key, value?.ToString() ?? "", StringComparison.Ordinal);
            }

            foreach (object? value in inner.Data.Values) Assert.DoesNotContain(TestApi.Key, value?.ToString() ?? "", StringComparison.Ordinal);
        }
    }
}
