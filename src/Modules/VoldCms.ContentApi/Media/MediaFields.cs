using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Json;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Media;

/// <summary>Files in media fields and in the media library.</summary>
internal static class MediaFields
{
    private const string FileType = "MediaFileItem";
    private const string AssetType = "MediaAsset";

    // The arguments of resizeUrl, and what they are called in the address of a resized file.
    private static readonly (string Argument, string Parameter, GraphQLType Type, string Description)[] s_resizing =
    [
        ("profile", "rprofile", ScalarType.String, "The name of a profile of the media library."),
        ("width", "width", ScalarType.Int, "In pixels."),
        ("height", "height", ScalarType.Int, "In pixels."),
        ("mode", "rmode", ScalarType.String, "How the picture is fitted, such as crop."),
        ("quality", "quality", ScalarType.Int, "From 1 to 100."),
        ("format", "format", ScalarType.String, "The format of the file, such as webp."),
        ("bgcolor", "bgcolor", ScalarType.String, "What fills the space that the picture leaves."),
        ("autoorient", "autoorient", ScalarType.Boolean, "Whether the picture is turned as the camera was held."),
    ];

    public delegate FieldDefinition PagedField(
        string kind,
        string name,
        GraphQLType type,
        FieldResolver resolver,
        params ReadOnlySpan<InputValueDefinition> more
    );

    /// <summary>The names of the types that are made here.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [FileType, AssetType];

    /// <summary>A file of a media field.</summary>
    public static ObjectType File() =>
        new(
            FileType,
            () =>
                [
                    FieldDefinition.Of(
                        "fileName",
                        ScalarType.String,
                        StockTexts.Find("MediaFileItem.fileName"),
                        (MediaNode file) => FileName(file.Path)
                    ),
                    FieldDefinition.Of("path", ScalarType.String, StockTexts.Find("MediaFileItem.path"), (MediaNode file) => file.Path),
                    new("url", ScalarType.String)
                    {
                        Description = StockTexts.Find("MediaFileItem.url"),
                        Resolver = PerFile((file, root, _) => Url(root, file.Path)),
                    },
                    new("resizeUrl", ScalarType.String)
                    {
                        Description = StockTexts.Find("MediaFileItem.resizeUrl"),
                        Arguments =
                        [
                            .. s_resizing.Select(each => new InputValueDefinition(each.Argument, each.Type)
                            {
                                Description = each.Description,
                            }),
                        ],
                        Resolver = PerFile((file, root, arguments) => Url(root, file.Path) + Query(arguments)),
                    },
                    FieldDefinition.Of(
                        "mediaText",
                        ScalarType.String,
                        StockTexts.Find("MediaFileItem.mediaText"),
                        (MediaNode file) => file.Text
                    ),
                ]
        )
        {
            Description = StockTexts.Find("MediaFileItem"),
        };

    /// <summary>The fields of a media field; the lists of Orchard Core before 3.0 stand beside the files.</summary>
    public static IEnumerable<FieldDefinition> FieldsOf(ObjectType file, PagedField paged)
    {
        const string UseFiles = "Use files.";
        yield return paged("MediaField", "files", file, List((media, _) => media));
        yield return Old("paths", (media, _) => media.Path);
        yield return Old("urls", (media, root) => Url(root, media.Path));
        yield return Old("fileNames", (media, _) => FileName(media.Path));
        yield return Old("mediatexts", (media, _) => media.Text);

        FieldDefinition Old(string name, Func<MediaNode, string, string?> read)
        {
            var field = paged("MediaField", name, ScalarType.String, List(read));
            return new(field.Name, field.Type)
            {
                Description = field.Description,
                Arguments = field.Arguments,
                PageSize = field.PageSize,
                Resolver = field.Resolver,
                DeprecationReason = UseFiles,
            };
        }
    }

    /// <summary>A file of the library.</summary>
    public static ObjectType Asset() =>
        new(
            AssetType,
            () =>
                [
                    FieldDefinition.Of("name", ScalarType.String, "The name of the file.", (MediaAsset asset) => asset.Name),
                    FieldDefinition.Of("path", ScalarType.String, "Its path in the library.", (MediaAsset asset) => asset.Path),
                    FieldDefinition.Of("length", ApiScalars.Long.NonNull(), "Its size in bytes.", (MediaAsset asset) => asset.Length),
                    FieldDefinition.Of(
                        "lastModifiedUtc",
                        ApiScalars.DateTime,
                        "When it was last changed.",
                        (MediaAsset asset) => ContentManagement.Items.ContentItemJson.WriteInstant(asset.LastModified)
                    ),
                ]
        )
        {
            Description = "A file of the media library.",
        };

    private static FieldResolver List<T>(Func<MediaNode, string, T> read) =>
        (batch, _) =>
        {
            var request = ApiRequest.Of(batch);
            var paging = Paging.Of(batch.Arguments, request.Schema.Options);
            for (var row = 0; row < batch.Count; row++)
            {
                var json = batch.GetParent<FieldObject>(row).Json;
                var texts = LenientJson.Texts(json["MediaTexts"]) ?? [];
                var files = LenientJson
                    .OnlyTexts(json["Paths"])
                    .Select((path, index) => new MediaNode(path, texts.ElementAtOrDefault(index)))
                    .ToList();
                batch.Set(row, paging.Cut(files).Select(file => read(file, request.Root)).ToArray());
            }

            return default;
        };

    private static FieldResolver PerFile(Func<MediaNode, string, ArgumentValues, string> read) =>
        (batch, _) =>
        {
            var root = ApiRequest.Of(batch).Root;
            for (var row = 0; row < batch.Count; row++)
            {
                batch.Set(row, read(batch.GetParent<MediaNode>(row), root, batch.Arguments));
            }

            return default;
        };

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Url(string root, string path) => $"{root}/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static string Query(ArgumentValues arguments)
    {
        var query = new StringBuilder();
        foreach (var (argument, parameter, _, _) in s_resizing)
        {
            if (arguments.TryGet(argument, out var value) && value is not null)
            {
                var text = value is bool flag
                    ? flag
                        ? "true"
                        : "false"
                    : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                query.Append(query.Length == 0 ? '?' : '&').Append(parameter).Append('=').Append(Uri.EscapeDataString(text));
            }
        }

        return query.ToString();
    }
}

/// <summary>A file in a media field.</summary>
internal sealed record MediaNode(string Path, string? Text);
