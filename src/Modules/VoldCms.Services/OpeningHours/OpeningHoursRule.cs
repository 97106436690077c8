using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.Services.OpeningHours;

/// <summary>Whoever saves hours is told at once what is not understood; imported hours are kept, and shown as unknown.</summary>
internal sealed class OpeningHoursRule : IFieldRule
{
    /// <summary>The editor that marks a text field as opening hours.</summary>
    private const string Editor = "OpeningHours";

    public bool IsAbout(FieldModel field) =>
        field.Kind?.Name == "TextField" && field.Definition.Settings.Get<ContentPartFieldSettings>().Editor == Editor;

    public string? FindProblem(JsonObject value) =>
        value.FindText("Text") is { Length: > 0 } text && OpeningSchedule.Parse(text).Error is { } error
            ? $"is not understood as opening hours: {error.Message} Expected hours such as 'Mo-Fr 08:00-15:30'"
            : null;
}
