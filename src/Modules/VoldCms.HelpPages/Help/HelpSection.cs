using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help, first in the main menu: whoever needs it shall not have to look for it.</summary>
internal sealed class HelpSection : ISiteSection
{
    public const string PagePath = "hjelp";

    public int Order => 10;

    public string Path => PagePath;

    public string Name => "Help";
}
