using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Links;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.Services.Channels;

/// <summary>Whoever saves an e-mail address is told when it is none; an imported one is kept, and shown without a link.</summary>
internal sealed class EmailRule : IFieldRule
{
    /// <summary>The editor that marks a text field as an e-mail address; Orchard Core's.</summary>
    private const string Editor = "Email";

    public bool IsAbout(FieldModel field) =>
        field.Kind?.Name == "TextField" && field.Definition.Settings.Get<ContentPartFieldSettings>().Editor == Editor;

    public string? FindProblem(JsonObject value) => LinkAddress.FindMailboxProblem(value.FindText("Text"));
}
