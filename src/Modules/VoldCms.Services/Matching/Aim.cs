using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Services.Matching;

/// <summary>Whom a service is for, in what, and where.</summary>
/// <param name="Audiences">Terms; what the sort of service implies among them.</param>
/// <param name="Situations">Terms; none where nobody has said.</param>
/// <param name="Ages">Of those who may come.</param>
/// <param name="IsShelter">It is a crisis shelter.</param>
/// <param name="IsChildWelfare">It is the municipality's own child welfare, by day or out of hours.</param>
/// <param name="IsForChildren">It says that it is for children and young people.</param>
/// <param name="IsForStaffAlone">Nobody else should ring there.</param>
/// <param name="Gender">It says that it is for women, or for men; null where it is for both.</param>
/// <param name="Nearness">How near it is.</param>
internal sealed record Aim(
    ImmutableArray<ContentItemId> Audiences,
    ImmutableArray<ContentItemId> Situations,
    AgeSpan Ages,
    bool IsShelter,
    bool IsChildWelfare,
    bool IsForChildren,
    bool IsForStaffAlone,
    Audience? Gender,
    Nearness Nearness
);

/// <summary>Where a service is, nearest first.</summary>
internal enum Nearness
{
    /// <summary>The municipality's own.</summary>
    Own,

    /// <summary>It says that it covers more places than one: the municipality has it together with others.</summary>
    Shared,

    WholeCountry,
}
