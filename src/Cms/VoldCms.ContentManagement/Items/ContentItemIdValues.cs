using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>Lets ids be asked for as any other value.</summary>
public static class ContentItemIdValues
{
    extension(ContentValue)
    {
        /// <summary>The value under which an id is indexed: its text.</summary>
        public static ContentValue Of(ContentItemId id) => ContentValue.Of(id.Value);
    }
}
