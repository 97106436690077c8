using System.Globalization;
using VoldCms.ContentApi.Requests;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Lists;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="First">At most this many.</param>
/// <param name="Last">At most this many from the end; null when not asked.</param>
/// <param name="Skip">After this many.</param>
internal readonly record struct Paging(int First, int? Last, int Skip)
{
    /// <summary>Reads <c>first</c>, <c>last</c> and <c>skip</c>; without <c>first</c> it is the default, and 0 gives nothing.</summary>
    /// <exception cref="GraphQLException">A number is negative or beyond the limit.</exception>
    public static Paging Of(ArgumentValues arguments, ContentApiOptions options)
    {
        var first = Number(arguments, "first", options.MaxNumberOfResults);
        var last = Number(arguments, "last", options.MaxNumberOfResults);
        return new(first ?? options.DefaultNumberOfResults, last, Number(arguments, "skip", int.MaxValue / 2) ?? 0);
    }

    /// <summary>How many values a list is reckoned to give, for the cost of a query: what is asked, else a page as most are.</summary>
    public static int SizeOf(ArgumentValues arguments) =>
        arguments.TryGet("first", out var first) && first is int and >= 0 ? (int)first
        : arguments.TryGet("last", out var last) && last is int and >= 0 ? (int)last
        : CostRules.Default.DefaultPageSize;

    /// <summary>That part of a whole list.</summary>
    public IReadOnlyList<T> Cut<T>(IReadOnlyList<T> all)
    {
        var rest = all.Skip(Skip);
        return Last is { } last ? [.. rest.TakeLast(last)]
            : Skip == 0 && all.Count <= First ? all
            : [.. rest.Take(First)];
    }

    private static int? Number(ArgumentValues arguments, string name, int maximum)
    {
        if (!arguments.TryGet(name, out var value) || value is not int number)
        {
            return null;
        }

        return number >= 0 && number <= maximum
            ? number
            : throw Refusal.Of(
                "page.invalid",
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is {number}; it may be from 0 to {maximum}.")
            );
    }
}
