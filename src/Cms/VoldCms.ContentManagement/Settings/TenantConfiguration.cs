using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentManagement.Settings;

/// <summary>Everything about a tenant that is not content, parsed once. Immutable and thread-safe.</summary>
public sealed class TenantConfiguration
{
    private TenantConfiguration(long version, ContentDefinitions definitions, SiteSettings settings, Roles roles)
    {
        Version = version;
        Model = new ContentModel(definitions);
        Settings = settings;
        Roles = roles;
    }

    /// <summary>The tenant's configuration version that this was read at.</summary>
    public long Version { get; }

    /// <summary>The content definitions, resolved.</summary>
    public ContentModel Model { get; }

    /// <summary>The tenant's settings.</summary>
    public SiteSettings Settings { get; }

    /// <summary>The tenant's roles and their permissions.</summary>
    public Roles Roles { get; }

    /// <summary>Reads a tenant's documents; what is absent is at its default.</summary>
    /// <exception cref="InvalidDataException">A stored document is broken: nothing that this house has written.</exception>
    public static TenantConfiguration Read(long version, IReadOnlyDictionary<string, string> documents)
    {
        var definitions = Find(ContentDefinitionDocument.Name) is { } stored
            ? ContentDefinitionDocument.Read(stored) is { IsSuccess: true } read
                ? read.Value
                : throw new InvalidDataException($"The stored document '{ContentDefinitionDocument.Name}' cannot be read.")
            : ContentDefinitions.Empty;
        return new(
            version,
            definitions,
            Find(SiteSettings.DocumentName) is { } settings ? new SiteSettings(settings) : SiteSettings.Empty,
            Find(Roles.DocumentName) is { } roles ? Roles.FromJson(roles) : Roles.Default
        );

        JsonObject? Find(string name) => documents.TryGetValue(name, out var json) ? (JsonObject?)JsonNode.Parse(json) : null;
    }
}
