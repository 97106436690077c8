using System.Collections.Immutable;
using System.Text.Json;

namespace VoldCms.Users.People;

/// <summary>What an invitation remembers. Immutable.</summary>
/// <param name="Email">Whom it is for.</param>
/// <param name="DisplayName">What the person is called; empty where the inviter has not said.</param>
/// <param name="RoleNames">What she is to be.</param>
/// <param name="Culture">The language that she is written to in.</param>
internal sealed record Invitation(string Email, string DisplayName, ImmutableArray<string> RoleNames, string Culture)
{
    /// <summary>How long it holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static Invitation Read(string json) =>
        JsonSerializer.Deserialize<Invitation>(json) ?? throw new JsonException("An invitation is an object.");
}
