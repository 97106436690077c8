using System.Text.Json.Nodes;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Links;

/// <summary>
/// The way back along content pickers: a picker <c>Plan</c> on <c>Measure</c> that offers plans gives each plan a field
/// <c>measureByPlan</c>, the measures whose <c>plan</c> it is.
/// </summary>
internal static class ReverseLinks
{
    /// <summary>The fields on items of a type; none for pickers that offer every type, nor for those of items that lie in others.</summary>
    public static IEnumerable<FieldDefinition> To(TypeModel target, IReadOnlyList<ItemShape> shapes, ContentApiOptions options) =>
        from shape in shapes
        where shape.StandsAlone
        from part in shape.Type.Parts
        from field in part.Fields
        where
            field.Kind?.Name == PickerField.ContentPicker.Kind
            && ApiNames.IsName(field.Name)
            && field
                .Definition.Settings.Get<ContentPickerFieldSettings>()
                .DisplayedContentTypes.Contains(target.Name, StringComparer.OrdinalIgnoreCase)
        select Define(shape, field, options);

    private static FieldDefinition Define(ItemShape shape, FieldModel field, ContentApiOptions options)
    {
        var partName = field.Part.Name;
        var path = $"{partName}.{field.Name}";
        var link = new GroupedQuery(
            path,
            parent => ((ItemNode)parent).Item.ContentItemId.Value,
            item => LenientJson.OnlyTexts((item.FindPart(partName)?[field.Name] as JsonObject)?["ContentItemIds"])
        );
        return new($"{ApiNames.Camel(shape.Type.Name)}By{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}", shape.ObjectType.List())
        {
            Description = $"The {shape.Type.Name} items whose {ApiNames.Camel(field.Name)} points here.",
            Arguments = ListArguments.Of(shape),
            CostWeight = Costs.Query,
            ItemCostWeight = Costs.Item,
            PageSize = Paging.SizeOf,
            SomeOf = arguments => ItemCounts.SomeOf(shape.Type.Name, arguments),
            Resolver = (batch, cancellationToken) =>
                link.ResolveAsync(
                    batch,
                    ListArguments.QueryOf(shape, batch, options),
                    Paging.Of(batch.Arguments, options),
                    cancellationToken,
                    ListArguments.CultureOf(shape, batch.Arguments)
                ),
        };
    }
}
