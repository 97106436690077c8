using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Checking;

/// <summary>A number or another way to reach somebody, as staff check it. Immutable.</summary>
/// <param name="Item">Its newest version.</param>
/// <param name="Services">The names of the services that it is of.</param>
/// <param name="IsDue">Whether nobody has checked it, or it is to be checked again by now.</param>
internal sealed record CheckedNumber(ContentItem Item, ImmutableArray<string> Services, bool IsDue)
{
    /// <summary>Whose it is; its own name where it is of no service.</summary>
    public string Name => Services.IsEmpty ? Item.DisplayText ?? "" : string.Join(", ", Services);

    /// <summary>The number, the address, whatever one reaches somebody by; empty where there is none.</summary>
    public string Value =>
        Item.Text(ServiceContentTypes.Channel, "Phone")
        ?? Item.Text(ServiceContentTypes.Channel, "Email")
        ?? Item.Link(ServiceContentTypes.Channel, "Address")?.Text
        ?? "";

    /// <summary>When somebody last asked; null when nobody has.</summary>
    public DateOnly? CheckedOn => Item.Day(ServiceContentTypes.Verification, "CheckedDate");

    /// <summary>Whether it has that in its name, or those digits in its number.</summary>
    public bool Matches(string text) =>
        Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || Item.DisplayText?.Contains(text, StringComparison.CurrentCultureIgnoreCase) == true
        || Value.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || (PhoneNumber.Normalise(text) is { } digits && PhoneNumber.Normalise(Value)?.Contains(digits, StringComparison.Ordinal) == true);
}
