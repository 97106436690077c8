namespace VoldCms.Services.OpeningHours;

/// <summary>What the hours say of one moment.</summary>
internal enum OpeningStatus
{
    Closed,
    Open,

    /// <summary>The text itself leaves it open: <c>unknown</c>, or a comment instead of a state.</summary>
    Unknown,
}

/// <summary>The status at one moment.</summary>
/// <param name="Comment">What the deciding rule adds in quotes; null when it adds nothing or no rule decided.</param>
internal readonly record struct OpeningState(OpeningStatus Status, string? Comment);
