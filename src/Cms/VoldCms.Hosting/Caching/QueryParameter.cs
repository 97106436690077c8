using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Caching;

/// <summary>
/// A query parameter that changes a page, with the values by which it does: any other, and more than one at once, is as if it were not
/// there. So nobody can have a page made for each value that she makes up. Immutable.
/// </summary>
/// <param name="name">As it stands in addresses.</param>
/// <param name="values">Each in the page's own spelling; compared ignoring case.</param>
public sealed class QueryParameter(string name, IEnumerable<string> values)
{
    private readonly FrozenSet<string> _values = values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>As it stands in addresses.</summary>
    public string Name => name;

    /// <summary>The value that is asked for, in the page's own spelling; null for none of its values.</summary>
    public string? Find(IQueryCollection query) => query[name] is [{ } asked] && _values.TryGetValue(asked, out var own) ? own : null;
}
