using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Services.Matching;

/// <summary>What somebody needs help with. A service answers to it when it answers to one of its cases. Immutable.</summary>
/// <param name="Cases">At least one.</param>
/// <param name="ShelterFirst">A shelter stands before all else.</param>
/// <param name="IsAboutChild">It is about a child, whoever asks.</param>
/// <param name="Gender">It is about women, or about men; null where nobody has said.</param>
internal sealed record Need(ImmutableArray<NeedCase> Cases, bool ShelterFirst, bool IsAboutChild = false, Audience? Gender = null)
{
    /// <summary>Every service answers.</summary>
    public static Need Anything { get; } = new([NeedCase.Any], ShelterFirst: false);

    /// <summary>The service is a shelter for those whom it is about, and stands before all else.</summary>
    public bool PutsFirst(Aim aim) => ShelterFirst && aim.IsShelter && !IsForOthers(aim);

    /// <summary>The service says that it is for women where it is about men, or the other way round.</summary>
    public bool IsForOthers(Aim aim) => aim.Gender is { } theirs && Gender is { } asked && theirs != asked;

    /// <summary>How a service answers; null when it does not.</summary>
    public Match? Find(Aim aim)
    {
        if (IsForOthers(aim))
        {
            return null;
        }

        Match? best = null;
        foreach (var each in Cases)
        {
            if (each.Find(aim) is { } match && (best is null || (match.IsExact && !best.Value.IsExact)))
            {
                best = match;
            }
        }

        return best;
    }
}

/// <summary>Somebody in a situation.</summary>
/// <param name="Audiences">The very term first, then those that include it; null for anybody.</param>
/// <param name="Ages">How old that very audience is: a service that only includes it has to take them.</param>
/// <param name="Situations">The very term first, then those in which help for it is found too; null for any.</param>
/// <param name="Person">How old the person is, whatever the service says of audiences.</param>
/// <param name="TakesUnsaid">A service that says no situation answers too.</param>
internal sealed record NeedCase(
    ImmutableArray<ContentItemId>? Audiences,
    AgeSpan Ages,
    ImmutableArray<ContentItemId>? Situations,
    AgeSpan Person,
    bool TakesUnsaid = false
)
{
    public static NeedCase Any { get; } = new(null, AgeSpan.All, null, AgeSpan.All);

    /// <summary>How a service answers; null when it does not.</summary>
    public Match? Find(Aim aim)
    {
        if (!aim.Ages.Meets(Person) || (Audiences is not null && FindAudience(aim) is null))
        {
            return null;
        }

        var audience = FindAudience(aim);
        if (Situations is not { } wanted)
        {
            return new(audience, null, IsExact: true);
        }

        if (wanted.Cast<ContentItemId?>().FirstOrDefault(id => aim.Situations.Contains(id!.Value)) is { } situation)
        {
            return new(audience, situation, situation == wanted[0]);
        }

        return TakesUnsaid && aim.Situations.IsEmpty ? new(audience, null, IsExact: false) : null;
    }

    private ContentItemId? FindAudience(Aim aim) =>
        Audiences is { } wanted
            ? wanted
                .Select((id, index) => (Id: (ContentItemId?)id, IsVery: index == 0))
                .FirstOrDefault(each => aim.Audiences.Contains(each.Id!.Value) && (each.IsVery || aim.Ages.Meets(Ages)))
                .Id
            : null;
}

/// <summary>Why a service answers.</summary>
/// <param name="Audience">The term that it is for; null when nobody was asked for.</param>
/// <param name="Situation">The term; null when none was asked for, or the service says none.</param>
/// <param name="IsExact">The situation is the very one that was asked for.</param>
internal readonly record struct Match(ContentItemId? Audience, ContentItemId? Situation, bool IsExact);
