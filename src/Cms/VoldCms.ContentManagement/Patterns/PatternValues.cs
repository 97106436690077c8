using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentManagement.Patterns;

/// <summary>What <c>Model</c> is: the item alone.</summary>
internal sealed record PatternModel(FluidValue ContentItem);

/// <summary>An item as patterns see it. Written by itself it is its display text.</summary>
internal sealed record PatternItem(ContentItem Item)
{
    public override string ToString() => Item.DisplayText ?? "";
}

/// <summary>How patterns read items and their JSON, under Orchard Core's names.</summary>
internal static class PatternValues
{
    public static void Register(TemplateOptions options)
    {
        options.MemberAccessStrategy = new DefaultMemberAccessStrategy();
        options.MemberAccessStrategy.Register<PatternModel, object?>(
            static (model, name) => name == nameof(PatternModel.ContentItem) ? model.ContentItem : null
        );
        options.MemberAccessStrategy.Register<PatternItem, object?>(static (item, name) => Member(item.Item, name));
        options.MemberAccessStrategy.Register<JsonObject, object?>(static (json, name) => json[name]);
        options.ValueConverters.Add(static value => value is JsonValue json ? Scalar(json) : null);
    }

    /// <summary>The display text of an item, stored by itself or inside another; empty for anything else.</summary>
    public static async ValueTask<FluidValue> DisplayTextAsync(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        new StringValue((await input.GetValueAsync(nameof(ContentItem.DisplayText), context)).ToStringValue());

    private static object? Member(ContentItem item, string name) =>
        name switch
        {
            nameof(ContentItem.ContentItemId) => item.ContentItemId.Value,
            nameof(ContentItem.ContentItemVersionId) => item.ContentItemVersionId.Value,
            nameof(ContentItem.ContentType) => item.ContentType,
            nameof(ContentItem.DisplayText) => item.DisplayText,
            nameof(ContentItem.Owner) => item.Owner,
            nameof(ContentItem.Author) => item.Author,
            nameof(ContentItem.Latest) => item.Latest,
            nameof(ContentItem.Published) => item.Published,
            nameof(ContentItem.CreatedUtc) => item.CreatedUtc,
            nameof(ContentItem.ModifiedUtc) => item.ModifiedUtc,
            nameof(ContentItem.PublishedUtc) => item.PublishedUtc,
            nameof(ContentItem.Content) => item.Content,
            _ => null,
        };

    private static object Scalar(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => new StringValue(LenientJson.Text(value) ?? ""),
            JsonValueKind.Number => decimal.TryParse(
                value.ToJsonString(),
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
                ? NumberValue.Create(number)
                : new StringValue(value.ToJsonString()),
            JsonValueKind.True => BooleanValue.True,
            JsonValueKind.False => BooleanValue.False,
            _ => NilValue.Instance,
        };
}
