namespace VoldCms.ContentManagement.Media;

/// <summary>How the files of a list, and the folders above them, are spelt: no two of them may differ by case alone.</summary>
public sealed class MediaSpellings
{
    private readonly Dictionary<string, MediaPath> _first = new(MediaPath.CaseInsensitive);

    /// <summary>Adds a file. Where there is another spelling already, that one stays.</summary>
    public void Add(MediaPath file)
    {
        foreach (var place in file.Above.Append(file))
        {
            _first.TryAdd(place.Value, place);
        }
    }

    /// <summary>
    /// What was added before and differs by case alone from the file, or from a folder above it (<see cref="MediaPath.IsSameButForCase"/>);
    /// null when nothing does.
    /// </summary>
    public MediaPath? FindOther(MediaPath file)
    {
        foreach (var place in file.Above.Append(file))
        {
            if (_first.TryGetValue(place.Value, out var first) && first != place)
            {
                return first;
            }
        }

        return null;
    }
}
