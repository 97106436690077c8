using System.Collections.Immutable;

namespace VoldCms.Hosting.Tenancy;

/// <summary>A tenant that the configuration asks for; set up by its recipe when it is not there yet.</summary>
/// <param name="Name"><c>^\w+$</c>, unique ignoring case.</param>
/// <param name="Prefix">The first segment of its addresses; null when it is reached by host alone.</param>
/// <param name="Hosts">With or without a port, <c>*.</c> allowed in front; empty for any host.</param>
/// <param name="Recipe">The name of its set-up recipe.</param>
public sealed record TenantDeclaration(string Name, string? Prefix, ImmutableArray<string> Hosts, string Recipe);
