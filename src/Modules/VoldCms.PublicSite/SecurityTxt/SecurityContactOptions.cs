namespace VoldCms.PublicSite.SecurityTxt;

/// <summary>Where holes are reported: settings of the section <c>VoldCms</c>.</summary>
internal sealed class SecurityContactOptions
{
    public const string Section = "VoldCms";

    /// <summary>
    /// Where holes are reported, the dearest way first: <c>mailto:</c>, <c>https:</c> or <c>tel:</c>. None, and there is no
    /// <c>security.txt</c>.
    /// </summary>
    public string[] SecurityContacts { get; set; } = [];
}
