using VoldCms.Hosting.Localization;

namespace VoldCms.Services.Finding;

/// <summary>What is said where a shelter should stand, and no source has its number.</summary>
internal static class ShelterTexts
{
    /// <param name="name">Who answers instead.</param>
    /// <param name="texts">The page's.</param>
    public static Wording Instead(string name, Texts texts) =>
        texts["We do not know the number of the crisis shelter where you live. {0} can tell you where to turn for help.", name];
}
