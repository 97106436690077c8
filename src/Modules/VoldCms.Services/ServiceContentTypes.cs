using VoldCms.ContentManagement.Items;

namespace VoldCms.Services;

/// <summary>
/// The names and ids that <c>Recipes/services-definitions.recipe.json</c> gives; each content type has a part of its own by the
/// same name.
/// </summary>
internal static class ServiceContentTypes
{
    public const string Service = "Service";
    public const string Channel = "Channel";
    public const string Place = "Place";
    public const string Party = "Party";
    public const string WebResource = "WebResource";
    public const string WebResourceMention = "WebResourceMention";
    public const string ServiceGroup = "ServiceGroup";
    public const string ServiceGroupEntry = "ServiceGroupEntry";
    public const string PrintMaterial = "PrintMaterial";
    public const string Pathway = "Pathway";
    public const string PathwayStep = "PathwayStep";
    public const string HelpPage = "HelpPage";
    public const string Plan = "Plan";
    public const string Measure = "Measure";
    public const string Verification = "VerificationPart";

    /// <summary>The taxonomy of whom a service is for.</summary>
    public static readonly ContentItemId Audiences = new("4yc4sx374s6j6dyd5a7nak74ej");

    /// <summary>The taxonomy of what has happened.</summary>
    public static readonly ContentItemId Situations = new("47j5dqyn007mb4jg7qhxjksnwm");

    /// <summary>The taxonomy of sorts of service.</summary>
    public static readonly ContentItemId Kinds = new("4ks70r4hs1g1wa34hm6m1a09jx");
}
