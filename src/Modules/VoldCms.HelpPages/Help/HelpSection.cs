using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help, first in the main menu: whoever needs it shall not have to look for it.</summary>
internal sealed class HelpSection : ISiteSection
{
    public int Order => 10;

    public string Path => HelpPaths.Help;

    public string Name => "Help";
}
