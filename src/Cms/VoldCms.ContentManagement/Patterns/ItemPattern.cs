using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Fluid;
using Fluid.Values;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Patterns;

/// <summary>What a pattern may ask for while it is rendered.</summary>
/// <param name="FindItem">An item by its id, drafts too; null when there is none.</param>
/// <param name="FindLocalized">The item of a localization set in a culture; null when there is none.</param>
/// <param name="Now">What <c>'now'</c> means.</param>
/// <param name="TimeZone">The site's.</param>
internal sealed record PatternScope(
    Func<ContentItemId, ValueTask<ContentItem?>> FindItem,
    Func<string, string, ValueTask<ContentItem?>> FindLocalized,
    DateTimeOffset Now,
    TimeZoneInfo TimeZone
);

/// <summary>Thrown inside this folder by a pattern that asks for more than it may.</summary>
internal sealed class PatternFaultException(string message) : Exception(message);

/// <summary>
/// A pattern for titles, paths and aliases: Liquid, parsed once, with the item as <c>ContentItem</c> and <c>Model.ContentItem</c>.
/// Immutable and thread-safe. What it may use and how far: decision 0012.
/// </summary>
internal sealed class ItemPattern
{
    // Parsed once for each model of the definitions, and forgotten with it.
    private static readonly ConditionalWeakTable<PartModel, Lazy<ItemPattern?>> s_known = [];

    private readonly IFluidTemplate _template;

    internal ItemPattern(string text, IFluidTemplate template) => (Text, _template) = (text, template);

    /// <summary>What makes the title, path or alias of a part; null where nothing does.</summary>
    public static ItemPattern? Of(PartModel part) =>
        s_known
            .GetValue(
                part,
                static part => new(() => PatternCheck.TextOf(part.Definition) is { } text ? PatternLanguage.Read(text, out _) : null)
            )
            .Value;

    /// <summary>As the definition has it.</summary>
    public string Text { get; }

    /// <summary>The pattern with the item's values in it, on one line, without blanks at its ends.</summary>
    /// <exception cref="PatternFaultException">It asks for more than a pattern may.</exception>
    public async ValueTask<string> RenderAsync(ContentItem item, PatternScope scope)
    {
        var context = new TemplateContext(PatternLanguage.Options, StringComparer.Ordinal)
        {
            CultureInfo = CultureOf(item),
            TimeZone = scope.TimeZone,
            Now = () => scope.Now,
        };
        context.AmbientValues[nameof(PatternScope)] = scope;
        context.AmbientValues[nameof(ContentItem)] = item;
        var value = FluidValue.Create(new PatternItem(item), PatternLanguage.Options);
        context.SetValue("ContentItem", value);
        context.SetValue("Model", FluidValue.Create(new PatternModel(value), PatternLanguage.Options));
        using var writer = new LimitedWriter();
        try
        {
            await _template.RenderAsync(writer, NullEncoder.Default, context);
        }
        catch (Exception stopped)
            when (stopped is FluidException or InvalidOperationException or ArithmeticException or FormatException or ArgumentException)
        {
            throw new PatternFaultException("takes more steps than a pattern may, or reckons with what is no number");
        }

        return writer.ToString().ReplaceLineEndings("").Trim();
    }

    // Months in the item's language, numbers alike in all: a comma may stand in no path.
    private static CultureInfo CultureOf(ContentItem item)
    {
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(ContentItemParts.CultureOf(item) ?? "").Clone();
            culture.NumberFormat = NumberFormatInfo.InvariantInfo;
            return culture;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private sealed class LimitedWriter : StringWriter
    {
        public LimitedWriter()
            : base(CultureInfo.InvariantCulture) { }

        public override void Write(char value)
        {
            MakeRoom(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            MakeRoom(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            MakeRoom(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            MakeRoom(count);
            base.Write(buffer, index, count);
        }

        public override void Write(StringBuilder? value)
        {
            MakeRoom(value?.Length ?? 0);
            base.Write(value);
        }

        private void MakeRoom(int characters) =>
            PatternLanguage.CheckLength((double)GetStringBuilder().Length + characters, PatternLanguage.MaximumResult);
    }
}
