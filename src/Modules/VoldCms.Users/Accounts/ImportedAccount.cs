using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Users.Accounts;

/// <summary>What became of an account that a recipe carries.</summary>
/// <param name="Outcome">Of the account and its membership here.</param>
/// <param name="Membership">Whether the person works here now.</param>
internal readonly record struct ImportedAccount(RecipeOutcome Outcome, ImportedMembership Membership);

/// <summary>Whether somebody whom a recipe names works here.</summary>
internal enum ImportedMembership
{
    /// <summary>Yes.</summary>
    Accepted,

    /// <summary>When she has said yes.</summary>
    Waiting,

    /// <summary>No: the name or the address is another account's.</summary>
    OfSomebodyElse,
}
