namespace VoldCms.ContentApi.Items;

/// <summary>A user, by what may be said.</summary>
internal sealed record UserNode(string? Id, string? Name);
