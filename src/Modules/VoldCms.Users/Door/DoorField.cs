using VoldCms.Hosting.Localization;

namespace VoldCms.Users.Door;

/// <summary>One field of a form. Immutable.</summary>
/// <param name="Name">Its name and id.</param>
/// <param name="Label">What it is.</param>
/// <param name="Type">Of the input, such as <c>password</c>.</param>
/// <param name="Autocomplete">What the browser, and a keeper of passwords, may fill in.</param>
internal sealed record DoorField(string Name, Wording Label, string Type, string Autocomplete)
{
    /// <summary>What stands in it; never a password.</summary>
    public string Value { get; init; } = "";

    /// <summary>What it is for, or what is expected; null where the label says it.</summary>
    public Wording? Hint { get; init; }

    /// <summary>What is wrong with the page's form; told once above it, and read with each of its fields.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether it has to be filled in.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Which keys a phone shows.</summary>
    public string? InputMode { get; init; }

    /// <summary>What describes it to those who do not see it.</summary>
    public string? DescribedBy =>
        (Hint, IsWrong) switch
        {
            (null, false) => null,
            (null, true) => "problem",
            (_, false) => $"{Name}-hint",
            _ => $"{Name}-hint problem",
        };
}
