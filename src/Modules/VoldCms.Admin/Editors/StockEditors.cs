using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>The editors of the stock kinds.</summary>
internal static class StockEditors
{
    /// <summary>What has no editor: it is kept as it is. A test holds that every other stock kind has one.</summary>
    public static readonly ImmutableHashSet<string> KeptUntouched =
    [
        "UserPickerField",
        PartNames.Localization,
        PartNames.Common,
        PartNames.Contained,
        PartNames.Taxonomy,
        PartNames.Term,
        "ListPart",
        "SeoMetaPart",
        "PreviewPart",
        "SitemapPart",
        "LiquidPart",
        "MenuPart",
        "LinkMenuItemPart",
        "ContentMenuItemPart",
        "HtmlMenuItemPart",
        "MenuItemPermissionPart",
        "AuditTrailPart",
        "WidgetsListPart",
    ];

    /// <summary>Adds them all.</summary>
    public static void AddTo(IServiceCollection services)
    {
        Add(new TextEditor("TextField"));
        Add(new TextEditor("TextField", "Tel") { Type = "tel" });
        Add(new TextEditor("TextField", "Email") { Type = "email" });
        Add(new TextEditor("TextField", "Url") { Type = "url" });
        Add(new TextEditor("YoutubeField") { Type = "url" });
        Add(new TextEditor(PartNames.Alias) { Label = "Alias" });
        Add(new TextAreaEditor("TextField", "TextArea"));
        Add(new TextAreaEditor("TextField", "CodeMirror"));
        Add(new TextAreaEditor("TextField", "Monaco"));
        Add(new TextAreaEditor("MarkdownField") { Hint = MarkdownRules });
        Add(new TextAreaEditor("MarkdownBodyPart") { Label = "Text", Hint = MarkdownRules });
        Add(new TextAreaEditor("HtmlField") { Hint = HtmlRules });
        Add(new TextAreaEditor(PartNames.HtmlBody) { Label = "Text", Hint = HtmlRules });
        Add(new TitleEditor());
        Add(new PathEditor());
        Add(new ChoiceEditor());
        Add(new ChoicesEditor());
        Add(new FlagEditor());
        Add(new NumberEditor());
        Add(new DayEditor());
        Add(new TimeEditor());
        Add(new MomentEditor("DateTimeField"));
        Add(new MomentEditor(PartNames.PublishLater) { Label = "Publish by itself at" });
        Add(new MomentEditor(PartNames.ArchiveLater) { Label = "Take off by itself at" });
        Add(new LinkEditor());
        Add(new PointEditor());
        Add(new MediaEditor());
        services.AddScoped<IFieldEditor, TermEditor>();
        services.AddScoped<IFieldEditor, ItemPicker>();
        services.AddScoped<IFieldEditor, SetPicker>();

        void Add(IFieldEditor editor) => services.AddSingleton(editor);
    }

    private const string HtmlRules =
        "HTML. These count: p, h2, h3, ul, ol, li, a, strong, em, blockquote, table. What is not safe is taken out.";

    private const string MarkdownRules = "Markdown: an empty line begins a paragraph, ## a heading, - a point of a list.";
}
