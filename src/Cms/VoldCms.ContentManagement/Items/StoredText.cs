using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Html;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Links;

namespace VoldCms.ContentManagement.Items;

/// <summary>A text of an item that is more than words: HTML, or an address. Found by its part's or field's kind and settings.</summary>
/// <param name="Path">Where, below the item; <c>Guide.Address.Url</c>.</param>
/// <param name="Owner">What holds it.</param>
/// <param name="Key">Its name there.</param>
internal sealed record StoredText(string Path, JsonObject Owner, string Key)
{
    private string Text => Owner.FindText(Key) ?? "";

    /// <summary>What the item and the items that it contains hold of HTML, but for what a definition's author has vouched for.</summary>
    public static IEnumerable<StoredText> HtmlOf(JsonObject content, TypeModel type, ContentModel model) =>
        from part in StoredPart.Of(content, type, model)
        from text in OfPart(part, property => part.Model.HoldsHtml(property))
            .Concat(OfFields(part, (field, property) => field.HoldsHtml(property)))
        select text;

    /// <summary>What the item and the items that it contains hold of addresses.</summary>
    public static IEnumerable<StoredText> AddressesOf(JsonObject content, TypeModel type, ContentModel model) =>
        from part in StoredPart.Of(content, type, model)
        from text in OfPart(part, property => property.IsAddress).Concat(OfFields(part, (field, property) => field.HoldsAddress(property)))
        select text;

    /// <summary>Puts clean HTML in the place of what is stored.</summary>
    public void Clean()
    {
        var (html, _) = HtmlSanitizer.Sanitize(Text);
        if (html != Text)
        {
            Owner[Key] = html;
        }
    }

    /// <summary>Gives an address that names no scheme the one that was meant.</summary>
    public void Complete()
    {
        if (LinkAddress.Read(Text) is { Target: LinkDestination.Elsewhere } read && read.Href != Text)
        {
            Owner[Key] = read.Href;
        }
    }

    /// <summary>What is wrong with an address; null when nothing is.</summary>
    public string? FindAddressProblem() => LinkAddress.FindProblem(Text);

    private static IEnumerable<StoredText> OfPart(StoredPart part, Func<StoredProperty, bool> isSought) =>
        (part.Model.Kind?.Properties ?? [])
            .Where(property => isSought(property) && part.Value.FindText(property.Name) is { Length: > 0 })
            .Select(property => new StoredText($"{part.Path}.{property.Name}", part.Value, property.Name));

    private static IEnumerable<StoredText> OfFields(StoredPart part, Func<FieldModel, StoredProperty, bool> isSought) =>
        from field in StoredField.Of(part)
        from property in field.Model.Kind!.Properties
        where isSought(field.Model, property) && field.Value.FindText(property.Name) is { Length: > 0 }
        select new StoredText($"{field.Path}.{property.Name}", field.Value, property.Name);
}
