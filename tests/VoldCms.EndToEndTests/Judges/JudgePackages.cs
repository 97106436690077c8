using VoldCms.Testing.Node;

namespace VoldCms.EndToEndTests.Judges;

/// <summary>The judges' scripts and npm packages.</summary>
internal static class JudgePackages
{
    public static NodeFolder Folder { get; } = new("Judges");
}
