using VoldCms.Users.Accounts;

namespace VoldCms.Users.SignIn;

/// <summary>A person's browser that has signed in. Immutable.</summary>
/// <param name="SessionId">What it is called where sessions are listed; no secret.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Device">Browser and system.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="SeenAt">When it was last used, to five minutes.</param>
/// <param name="ProvedAt">When the person has last shown a factor.</param>
internal sealed record Session(
    string SessionId,
    SessionStage Stage,
    string Device,
    DateTimeOffset CreatedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset ProvedAt
)
{
    /// <summary>How long a factor that was shown is enough for what asks for it again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Whether the person has shown a factor just now.</summary>
    public bool IsFreshAt(DateTimeOffset now) => now - ProvedAt < Fresh;
}

/// <summary>Who asks, and by which session.</summary>
internal sealed record SignedIn(Session Session, Account Account);
