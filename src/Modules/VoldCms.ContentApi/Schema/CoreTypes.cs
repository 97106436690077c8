using System.Collections.Immutable;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>The types that every tenant's schema shares. Immutable.</summary>
internal static class CoreTypes
{
    public static EnumType Status { get; } =
        new(
            "Status",
            new EnumValueDefinition("PUBLISHED") { Value = VersionState.Published, Description = "What is public." },
            new EnumValueDefinition("DRAFT")
            {
                Value = VersionState.Draft,
                Description = "The newest version where it is not public. Needs permission to preview or edit.",
            },
            new EnumValueDefinition("LATEST")
            {
                Value = VersionState.Latest,
                Description = "The newest version, public or not. Needs permission to preview or edit.",
            },
            new EnumValueDefinition("ALL")
            {
                Value = VersionState.All,
                Description = "Every stored version. Needs permission to preview or edit.",
            }
        )
        {
            Description = "Which versions of an item.",
        };

    /// <summary>To resolvers: whether it is descending.</summary>
    public static EnumType OrderByDirection { get; } =
        new(
            "OrderByDirection",
            new EnumValueDefinition("ASC") { Value = false, Description = "The smallest first; what has no value before all." },
            new EnumValueDefinition("DESC") { Value = true, Description = "The largest first; what has no value behind all." }
        )
        {
            Description = "Which way an order goes.",
        };

    /// <summary>To resolvers: whether the culture's fallback chain is followed.</summary>
    public static EnumType Fallback { get; } =
        new(
            "Fallback",
            new EnumValueDefinition("CHAIN")
            {
                Value = true,
                Description = "What is not there in the culture is answered along the culture's chain.",
            },
            new EnumValueDefinition("NONE") { Value = false, Description = "Only what is there in that very culture." }
        )
        {
            Description = "What answers for a culture.",
        };

    /// <summary>The names of the types.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [Status.Name, OrderByDirection.Name, Fallback.Name];

    public static IEnumerable<InputValueDefinition> Paging { get; } =
    [
        new("first", ScalarType.Int) { Description = "How many at most." },
        new("last", ScalarType.Int) { Description = "How many at most, counted from the end." },
        new("skip", ScalarType.Int) { Description = "How many to pass over." },
    ];

    public static IEnumerable<InputValueDefinition> Culture { get; } =
    [
        new("culture", ScalarType.String)
        {
            Description =
                "One answer of each localization set, in this language or along its fallbacks. Not given: every item in its own language.",
        },
        new("fallback", Fallback, "CHAIN") { Description = "What answers when the language has nothing." },
    ];

    public static InputValueDefinition StatusArgument { get; } =
        new("status", Status, "PUBLISHED") { Description = "Which versions are looked at." };

    /// <summary>Which versions the argument asks for: the published ones when there is none.</summary>
    public static VersionState StatusOf(ArgumentValues arguments) =>
        arguments.TryGet("status", out var status) && status is VersionState state ? state : VersionState.Published;
}
