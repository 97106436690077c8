using System.Globalization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Lists;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// Reads the parameters of an address that mean something to us. Each may be there once; an empty one is as if it were not there.
/// </summary>
internal sealed class AddressParameters(IQueryCollection parameters)
{
    /// <summary>The page that <c>first</c> and <c>skip</c> ask for; without <c>first</c> it is the default, and 0 gives nothing.</summary>
    /// <exception cref="AddressFaultException">One of them is no number, or too large.</exception>
    public Paging Page(ContentApiOptions options) =>
        new(Number("first", options.MaxNumberOfResults) ?? options.DefaultNumberOfResults, null, Number("skip", int.MaxValue / 2) ?? 0);

    /// <summary>Whether it says <paramref name="yes"/>; false when it is not there.</summary>
    /// <exception cref="AddressFaultException">It is neither.</exception>
    public bool Flag(string name, string yes, string no) =>
        Find(name) switch
        {
            null => false,
            var text when text.Equals(yes, StringComparison.OrdinalIgnoreCase) => true,
            var text when text.Equals(no, StringComparison.OrdinalIgnoreCase) => false,
            var text => throw new AddressFaultException(name, $"is '{text}'; expected {yes} or {no}"),
        };

    /// <summary>Its text; null when it is not there.</summary>
    /// <exception cref="AddressFaultException">It is there more than once.</exception>
    public string? Find(string name) => FindGiven(name) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// Its text, also an empty one: for what GraphQL has under the same name, where nothing is not the same as an empty text.
    /// </summary>
    /// <exception cref="AddressFaultException">It is there more than once.</exception>
    public string? FindGiven(string name) =>
        parameters[name] switch
        {
            { Count: 0 } => null,
            [var only] => only ?? "",
            _ => throw new AddressFaultException(name, "is given more than once"),
        };

    private int? Number(string name, int maximum)
    {
        if (Find(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum
            ? number
            : throw new AddressFaultException(name, $"is '{text}'; expected a number from 0 to {maximum}");
    }
}

/// <summary>A parameter of an address does not hold.</summary>
internal sealed class AddressFaultException(string parameter, string message) : Exception(message)
{
    public string Parameter { get; } = parameter;
}
