using System.Collections.Frozen;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// The feature ids of Orchard Core 3.0 and 1.1, so that a misspelt one can be told from one that means something there.
/// Gathered by hand; an id that is missing here costs no more than a warning.
/// </summary>
internal static class FeatureNames
{
    private const string Prefix = "OrchardCore.";

    // Without the prefix.
    private static readonly FrozenSet<string> s_modules = FrozenSet.ToFrozenSet(
    [
        "Admin", "AdminDashboard", "AdminMenu", "AdminTemplates", "Alias", "Apis.GraphQL", "ArchiveLater", "AuditTrail",
        "AutoSetup", "Autoroute", "BackgroundTasks", "ContentFields", "ContentFields.Indexing.SQL",
        "ContentFields.Indexing.SQL.UserPicker", "ContentLocalization", "ContentLocalization.ContentCulturePicker",
        "ContentLocalization.Sitemaps", "ContentPreview", "ContentTypes", "Contents", "Contents.AuditTrail",
        "Contents.ContentsAdminNode", "Contents.Deployment.AddToDeploymentPlan", "Contents.Deployment.Download",
        "Contents.Deployment.ExportContentToDeploymentTarget", "Contents.FileContentDefinition", "Contents.MetaWeblog",
        "Contents.VersionPruning", "Cors", "CustomSettings", "DataLocalization", "DataProtection.Azure",
        "DataProtection.Database", "Demo", "Deployment", "Deployment.Remote", "Diagnostics", "DynamicCache", "Email",
        "Email.Azure", "Email.Smtp", "Facebook", "Facebook.Login", "Facebook.Pixel", "Facebook.Widgets", "Features", "Feeds",
        "Flows", "Forms", "GitHub.Authentication", "Google.Analytics", "Google.Authentication", "Google.GoogleAuthentication",
        "Google.TagManager", "HealthChecks", "HomeRoute", "Html", "HtmlSanitizer", "Https", "Indexing", "Indexing.Worker",
        "Layers", "Liquid", "Liquid.AuditTrail", "Lists", "Localization", "Localization.AdminCulturePicker",
        "Localization.ContentLanguageHeader", "Lucene", "Lucene.ContentPicker", "Lucene.Worker", "Markdown", "Media",
        "Media.AmazonS3", "Media.Azure.ImageSharpImageCache", "Media.Azure.Storage", "Media.Cache", "Media.Indexing",
        "Media.Indexing.OpenXML", "Media.Indexing.Pdf", "Media.Indexing.Text", "Media.Security", "Media.Slugify", "Menu",
        "Microsoft.Authentication.AzureAD", "Microsoft.Authentication.EntraID", "Microsoft.Authentication.MicrosoftAccount",
        "MiniProfiler", "Mvc", "Navigation", "Notifications", "Notifications.Email", "Notifications.Sms", "OpenId",
        "OpenId.Client", "OpenId.Management", "OpenId.Server", "OpenId.Validation", "Placements", "Placements.FileStorage",
        "PublishLater", "Queries", "Queries.Core", "Queries.Sql", "Queries.UI", "ReCaptcha", "ReCaptcha.Users", "Recipes",
        "Recipes.Core", "Redis", "Redis.Bus", "Redis.Cache", "Redis.DataProtection", "Redis.Lock", "RemotePublishing",
        "Resources", "ResponseCompression", "ReverseProxy", "Roles", "Roles.Core", "Rules", "Scripting", "Search",
        "Search.AzureAI", "Search.AzureAI.ContentPicker", "Search.Elasticsearch", "Search.Elasticsearch.ContentPicker",
        "Search.Elasticsearch.Worker", "Search.Lucene", "Search.Lucene.ContentPicker", "Search.Lucene.Worker", "Security", "Seo",
        "Seo.Sitemaps", "Settings", "Setup", "Shortcodes", "Shortcodes.Templates", "Sitemaps", "Sitemaps.Cleanup",
        "Sitemaps.Localization", "Sitemaps.RazorPages", "Sms", "Sms.Azure", "Sms.Twilio", "Spatial", "Taxonomies",
        "Taxonomies.ContentsAdminList", "Templates", "Tenants", "Tenants.Distributed", "Tenants.FeatureProfiles",
        "Tenants.FileProvider", "Themes", "Title", "Twitter", "Twitter.Signin", "UrlRewriting", "Users", "Users.2FA",
        "Users.2FA.AuthenticatorApp", "Users.2FA.Email", "Users.2FA.Sms", "Users.AuditTrail",
        "Users.Authentication.CacheTicketStore", "Users.Authenticator", "Users.ChangeEmail", "Users.CustomUserSettings",
        "Users.EmailConfirmation", "Users.ExternalAuthentication", "Users.Localization", "Users.Registration",
        "Users.ResetPassword", "Users.TimeZone", "Users.TimeZone.Aspect", "Users.UserPicker", "Widgets", "Workflows",
        "Workflows.Http", "Workflows.Session", "Workflows.Timers", "XmlRpc",
    ],
    StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_themes = FrozenSet.ToFrozenSet(
    ["SafeMode", "TheAdmin", "TheAgencyTheme", "TheBlogTheme", "TheComingSoonTheme", "TheTheme"], StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string id) =>
        s_themes.Contains(id) || (id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && s_modules.Contains(id[Prefix.Length..]));
}
