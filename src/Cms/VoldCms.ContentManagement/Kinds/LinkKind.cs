namespace VoldCms.ContentManagement.Kinds;

/// <summary>What an id that is stored in an item names.</summary>
public enum LinkKind
{
    /// <summary>A content item.</summary>
    Item,

    /// <summary>A localization set.</summary>
    LocalizationSet,

    /// <summary>A term of a taxonomy.</summary>
    Term,
}

/// <summary>Which stored properties hold ids of something else.</summary>
internal static class LinkKinds
{
    /// <summary>Null when the property holds none.</summary>
    /// <param name="part">Where it is.</param>
    /// <param name="field">The field that it is a property of; null for one of the part itself.</param>
    /// <param name="property">The property.</param>
    public static LinkKind? Find(PartModel part, FieldModel? field, StoredProperty property) =>
        (field, property.Name) switch
        {
            ({ Kind.Name: "ContentPickerField" }, "ContentItemIds") => LinkKind.Item,
            ({ Kind.Name: "LocalizationSetContentPickerField" }, "LocalizationSets") => LinkKind.LocalizationSet,
            ({ Kind.Name: "TaxonomyField" }, "TermContentItemIds") => LinkKind.Term,
            ({ Kind.Name: "TaxonomyField" }, "TaxonomyContentItemId") => LinkKind.Item,
            (null, "ListContentItemId") when part.Definition.PartName == PartNames.Contained => LinkKind.Item,
            (null, "TaxonomyContentItemId") when part.Definition.PartName == PartNames.Term => LinkKind.Item,
            _ => null,
        };
}
