using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentManagement.Patterns;

/// <summary>
/// The filters of patterns: Liquid's own that make no more of a text than it was, those that do behind a check, and those of Orchard
/// Core that titles and paths need.
/// </summary>
internal static partial class PatternFilters
{
    private static readonly FrozenSet<string> s_plain = FrozenSet.ToFrozenSet([
        "capitalize",
        "downcase",
        "upcase",
        "strip",
        "lstrip",
        "rstrip",
        "strip_html",
        "strip_newlines",
        "remove",
        "remove_first",
        "slice",
        "split",
        "truncate",
        "truncatewords",
        "size",
        "first",
        "last",
        "default",
        "url_encode",
        "url_decode",
        "replace_first",
        "plus",
        "minus",
        "times",
        "divided_by",
        "modulo",
        "round",
        "ceil",
        "floor",
        "abs",
        "at_least",
        "at_most",
        "reverse",
        "uniq",
        "compact",
        "time_zone",
    ]);

    /// <summary>Leaves the allowed filters of <paramref name="filters"/> and adds our own.</summary>
    public static void Register(FilterCollection filters)
    {
        var known = filters.ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal);
        filters.Clear();
        foreach (var name in s_plain.Where(known.ContainsKey))
        {
            filters.AddFilter(name, Checked(known[name], static (_, _) => 0));
        }

        filters.AddFilter("append", Checked(known["append"], Sum));
        filters.AddFilter("prepend", Checked(known["prepend"], Sum));
        filters.AddFilter(
            "replace",
            Checked(
                known["replace"],
                static (input, arguments) =>
                    Replaced(input.ToStringValue(), arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue())
            )
        );
        filters.AddFilter(
            "join",
            Checked(
                known["join"],
                static (input, arguments) =>
                    input is ArrayValue list
                        ? list.Values.Sum(value => (double)value.ToStringValue().Length + arguments.At(0).ToStringValue().Length)
                        : 0
            )
        );
        filters.AddFilter(
            "date",
            Checked(
                known["date"],
                static (_, arguments) =>
                    Width().IsMatch(arguments.At(0).ToStringValue())
                        ? throw new PatternFaultException("asks for a date wider than 99 characters")
                        : 0
            )
        );
        filters.AddFilter("local", static (input, arguments, context) => InZone(input, context.TimeZone));
        filters.AddFilter("utc", static (input, arguments, context) => InZone(input, TimeZoneInfo.Utc));
        filters.AddFilter("t", static (input, arguments, context) => input);
        filters.AddFilter("slugify", static (input, arguments, context) => new StringValue(Slug.Of(input.ToStringValue())));
        filters.AddFilter("display_text", PatternValues.DisplayTextAsync);
        filters.AddFilter("container", ContainerAsync);
        filters.AddFilter("localization_set", LocalizedAsync);
    }

    private static FilterDelegate Checked(FilterDelegate filter, Func<FluidValue, FilterArguments, double> foresee) =>
        async (input, arguments, context) =>
        {
            PatternLanguage.CheckLength(foresee(input, arguments), PatternLanguage.MaximumText);
            var result = await filter(input, arguments, context);
            PatternLanguage.CheckLength(result is StringValue text ? text.ToStringValue().Length : 0, PatternLanguage.MaximumText);
            return result;
        };

    private static double Sum(FluidValue input, FilterArguments arguments) =>
        (double)input.ToStringValue().Length + arguments.At(0).ToStringValue().Length;

    private static double Replaced(string text, string old, string with)
    {
        double length = text.Length;
        for (
            var at = old.Length == 0 ? -1 : text.IndexOf(old, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(old, at + old.Length, StringComparison.Ordinal)
        )
        {
            length += with.Length - old.Length;
        }

        return length;
    }

    private static ValueTask<FluidValue> InZone(FluidValue input, TimeZoneInfo zone) =>
        new(
            input.ToObjectValue() switch
            {
                DateTimeOffset moment => new DateTimeValue(TimeZoneInfo.ConvertTime(moment, zone)),
                string text
                    when DateTimeOffset.TryParse(
                        text,
                        System.Globalization.CultureInfo.InvariantCulture,
                        System.Globalization.DateTimeStyles.AssumeUniversal,
                        out var moment
                    ) => new DateTimeValue(TimeZoneInfo.ConvertTime(moment, zone)),
                _ => input,
            }
        );

    // The item that the list belongs to in which an item stands.
    private static async ValueTask<FluidValue> ContainerAsync(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        input.ToObjectValue() is PatternItem { Item: var item }
        && item.FindPart(Kinds.PartNames.Contained)?.FindText("ListContentItemId") is { Length: > 0 } id
            ? Value(await Scope(context).FindItem(new(id)), context)
            : NilValue.Instance;

    private static async ValueTask<FluidValue> LocalizedAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var culture =
            arguments.Count > 0
                ? arguments.At(0).ToStringValue()
                : ContentItemParts.CultureOf((ContentItem)context.AmbientValues[nameof(ContentItem)]);
        return string.IsNullOrEmpty(culture)
            ? NilValue.Instance
            : Value(await Scope(context).FindLocalized(input.ToStringValue(), culture), context);
    }

    private static PatternScope Scope(TemplateContext context) => (PatternScope)context.AmbientValues[nameof(PatternScope)];

    private static FluidValue Value(ContentItem? item, TemplateContext context) =>
        item is null ? NilValue.Instance : FluidValue.Create(new PatternItem(item), context.Options);

    [GeneratedRegex("%[^a-zA-Z%]*[0-9]{3}", RegexOptions.NonBacktracking)]
    private static partial Regex Width();
}
