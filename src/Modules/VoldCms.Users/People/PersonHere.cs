using VoldCms.Users.Accounts;

namespace VoldCms.Users.People;

/// <summary>Somebody who works for the tenant, or has been asked to. Immutable.</summary>
/// <param name="Membership">In which roles.</param>
/// <param name="Name">Empty for somebody who is gone.</param>
/// <param name="Email">Empty where none is known.</param>
/// <param name="Culture">The language that she works in; empty where she has not said.</param>
/// <param name="HasSecondFactor">Whether she has a second factor.</param>
internal sealed record PersonHere(Membership Membership, string Name, string Email, string Culture, bool HasSecondFactor);
