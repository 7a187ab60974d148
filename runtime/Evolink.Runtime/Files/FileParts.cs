using System.ComponentModel;

namespace Evolink;

/// <summary>A generated request with files in it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFileModel
{
    /// <summary>Adds each file under the name of its field.</summary>
    void CollectFiles(FileParts files);
}

/// <summary>The files of a multipart body, by the names of their fields.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FileParts
{
    private readonly List<KeyValuePair<string, UploadFile>> _files = [];

    internal FileParts()
    {
    }

    /// <summary>Adds a file, unless it is unset.</summary>
    public void Add(string name, UploadFile? file)
    {
        if (file is not null) _files.Add(new(name, file));
    }

    /// <summary>Adds the files of a list.</summary>
    public void Add(string name, IReadOnlyList<UploadFile?>? files)
    {
        for (int i = 0; i < files?.Count; i++) Add(name, files[i]);
    }

    internal IEnumerable<UploadFile> Find(string name) => _files.Where(file => file.Key == name).Select(file => file.Value);

    /// <summary>Whether two models hold the same files, which are more than the names that JSON has of them.</summary>
    internal static bool AreSame<T>(T left, T right) => left is not IFileModel || Collect(left)._files.SequenceEqual(Collect(right)._files);

    internal static FileParts Collect(object? model)
    {
        FileParts files = new();
        (model as IFileModel)?.CollectFiles(files);
        return files;
    }
}
