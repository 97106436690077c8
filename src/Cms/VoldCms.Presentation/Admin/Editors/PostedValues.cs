using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace VoldCms.Presentation.Admin.Editors;

/// <summary>What a form was sent with, by the names of its inputs. Immutable.</summary>
public sealed class PostedValues
{
    private readonly ImmutableDictionary<string, StringValues> _values;

    private PostedValues(ImmutableDictionary<string, StringValues> values) => _values = values;

    /// <summary>All that a form was sent with; the token that proves where it was sent from is none of its inputs.</summary>
    public static PostedValues Of(IFormCollection form) =>
        new(form.Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal)).ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>What <see cref="Write"/> has written.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static PostedValues Read(string json) =>
        new(
            (JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json) ?? []).ToImmutableDictionary(
                input => input.Key,
                input => new StringValues(input.Value),
                StringComparer.Ordinal
            )
        );

    /// <summary>The inputs as JSON, for keeping them.</summary>
    public string Write() => JsonSerializer.Serialize(_values.ToDictionary(input => input.Key, input => input.Value.ToArray()));

    /// <summary>Whether an input of that name was sent.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The first value, its lines ended as they are stored; null when nothing was sent.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var values) ? Lines(values.FirstOrDefault() ?? "") : null;

    /// <summary>Every value, in the order sent.</summary>
    public ImmutableArray<string> All(string name) =>
        _values.TryGetValue(name, out var values) ? [.. values.Select(value => Lines(value ?? ""))] : [];

    /// <summary>The same with other values for one input.</summary>
    public PostedValues With(string name, IEnumerable<string> values) => new(_values.SetItem(name, new([.. values])));

    /// <summary>The same, with every input whose name begins so repeated under another beginning.</summary>
    public PostedValues Copy(string prefix, string to) =>
        new(
            _values.SetItems(
                _values
                    .Where(value => value.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(value => KeyValuePair.Create(to + value.Key[prefix.Length..], value.Value))
            )
        );

    // Browsers send the ends of lines as two characters, whatever they were given (HTML, 4.10.21.4).
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
