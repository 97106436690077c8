using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>A service that may be shown to somebody who looks for one.</summary>
/// <param name="Service">The service, with the channels that answer to the choice.</param>
/// <param name="Match">What of the need it answers to.</param>
internal sealed record Candidate(ServiceView Service, Match Match)
{
    /// <summary>It does not answer to what has happened, but is open for the same people.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>It does not answer to all that is chosen, and nobody may miss it.</summary>
    public bool IsBeside { get; init; }

    /// <summary>An interpreter is asked for, and it is not known to have one.</summary>
    public bool MayLackInterpreter { get; init; }

    /// <summary>It is for some kinds of violence alone.</summary>
    public bool IsForSomeKinds { get; init; }
}
