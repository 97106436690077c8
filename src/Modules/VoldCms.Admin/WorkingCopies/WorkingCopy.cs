using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.WorkingCopies;

/// <summary>What somebody has typed into a form and not saved. Immutable.</summary>
/// <param name="Edit">Which opening of the form it is.</param>
/// <param name="Version">The version that the form was opened with; empty for an item that is not stored.</param>
/// <param name="Inputs">What stood in the form.</param>
/// <param name="KeptAt">When.</param>
internal sealed record WorkingCopy(string Edit, string Version, PostedValues Inputs, DateTimeOffset KeptAt);
