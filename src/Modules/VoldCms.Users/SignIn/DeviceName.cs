namespace VoldCms.Users.SignIn;

/// <summary>What a person is told of her other sessions: the browser and the system by name, without any version.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Name)[] s_browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] s_systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>From what the browser says of itself; <c>?</c> for what is not known.</summary>
    public static string Of(string agent) => $"{Find(agent, s_browsers)}, {Find(agent, s_systems)}";

    private static string Find(string agent, (string Sign, string Name)[] known) =>
        known.FirstOrDefault(each => agent.Contains(each.Sign, StringComparison.Ordinal)).Name ?? "?";
}
