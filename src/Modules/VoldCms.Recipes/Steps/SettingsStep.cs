using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// <c>settings</c>: the site's known settings, and every other key kept whole under its name; null keys are passed over.
/// </summary>
internal sealed class SettingsStep(ChangeSettings change) : IRecipeStep
{
    private static readonly string[] s_texts =
    [
        "BaseUrl",
        "Calendar",
        "SiteName",
        "PageTitleFormat",
        "SiteSalt",
        "SuperUser",
        "TimeZoneId",
        "CdnBaseUrl",
    ];
    private static readonly string[] s_numbers = ["MaxPagedCount", "MaxPageSize", "PageSize"];
    private static readonly string[] s_flags = ["UseCdn", "AppendVersion"];

    public string Name => "settings";

    public void Check(RecipeStepCheck check) => Read(check.Body);

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var body = Read(context.Body);
        WarnOfUnknownNames(body, context.Body);
        var result = await change.RunAsync(context.Work, body, cancellationToken);
        context.Report.Add(ChangeOutcome.Of(result, ""), "", "settings");
    }

    private static JsonObject Read(RecipeBody source)
    {
        var body = source.Read();
        body.Remove("name");
        foreach (var key in s_texts)
        {
            if (body[key] is { } node && LenientJson.Text(node) is null)
            {
                throw StepShape.Fault("", key, node, "a text");
            }
        }

        Array.ForEach(s_numbers, key => StepShape.CheckNumber(body, key));
        Array.ForEach(s_flags, key => StepShape.CheckFlag(body, key));
        StepShape.FindObject(body, "HomeRoute", "");
        if (StepShape.FindObject(body, "LocalizationSettings", "") is { } localization)
        {
            StepShape.FindText(localization, "DefaultCulture", "LocalizationSettings");
            StepShape.ReadTexts(localization, "SupportedCultures", "LocalizationSettings");
        }

        return body;
    }

    private static void WarnOfUnknownNames(JsonObject settings, RecipeBody body)
    {
        if (StepShape.FindText(settings, "TimeZoneId", "") is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            body.Warn("TimeZoneId", $"no time zone '{zone}' is known here; expected a name such as 'Europe/Oslo'");
        }

        if (settings["LocalizationSettings"] is JsonObject localization)
        {
            var supported = StepShape.ReadTexts(localization, "SupportedCultures", "");
            foreach (var culture in supported.Where(culture => Cultures.Find(Cultures.Canonical(culture)) is null))
            {
                body.Warn("LocalizationSettings.SupportedCultures", $"nothing is known of the culture '{culture}' here; it is kept");
            }

            if (
                StepShape.FindText(localization, "DefaultCulture", "") is { Length: > 0 } named
                && supported.Count > 0
                && Cultures.FindAmong(named, [.. supported.Select(Cultures.Canonical)]) is null
            )
            {
                body.Warn(
                    "LocalizationSettings.DefaultCulture",
                    $"is '{named}', which is none of the SupportedCultures; expected one of {string.Join(", ", supported)}"
                );
            }
        }
    }
}

/// <summary><c>custom-settings</c>: content items of types made for settings, each stored under its type's name.</summary>
internal sealed class CustomSettingsStep(ChangeSettings change) : IRecipeStep
{
    public string Name => "custom-settings";

    public void Check(RecipeStepCheck check)
    {
        foreach (var (name, value) in Read(check.Body))
        {
            if (check.Model.FindType(name) is not { } type || value is not JsonObject item)
            {
                continue;
            }

            var problems = ItemNormalizer
                .FindErrors(ContentItemJson.ReadParts(item), type, check.Model)
                .Select(problem => problem with { Path = $"{name}.{problem.Path}" })
                .ToList();
            if (problems.Count > 0)
            {
                throw new RecipeFaultException(problems);
            }
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var configuration = await context.Work.GetConfigurationAsync(cancellationToken);
        foreach (var (name, value) in Read(context.Body))
        {
            if (configuration.Model.FindType(name) is null)
            {
                context.Body.Warn(name, $"the type '{name}' is not defined; its settings are kept as given");
            }

            var item = (JsonObject)value!.DeepClone();
            // An id made anew in every run is no change.
            if (configuration.Settings.Find(name)?["ContentItemId"] is { } id)
            {
                item["ContentItemId"] = id.DeepClone();
            }

            var result = await change.RunAsync(context.Work, new JsonObject { [name] = item }, cancellationToken);
            context.Report.Add(ChangeOutcome.Of(result, name), name, $"settings {name}");
        }
    }

    private static JsonObject Read(RecipeBody source)
    {
        var body = source.Read();
        body.Remove("name");
        foreach (var (name, _) in body.ToList())
        {
            if (StepShape.FindObject(body, name, "") is null)
            {
                body.Remove(name);
            }
        }

        return body;
    }
}
