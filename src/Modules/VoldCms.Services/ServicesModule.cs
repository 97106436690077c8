using System.Collections.Immutable;
using VoldCms.Hosting.Modules;

namespace VoldCms.Services;

/// <summary>Help services and their channels: so far their content model, brought by the embedded recipes.</summary>
public sealed class ServicesModule : IModule
{
    public ImmutableArray<string> Features => ["VoldCms.Services"];
}
