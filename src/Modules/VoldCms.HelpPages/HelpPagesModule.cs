using System.Collections.Immutable;
using VoldCms.Hosting.Modules;

namespace VoldCms.HelpPages;

/// <summary>Help pages, kinds of violence, duties and words: so far their content model, brought by the embedded recipes.</summary>
public sealed class HelpPagesModule : IModule
{
    public ImmutableArray<string> Features => ["VoldCms.HelpPages"];
}
