namespace VoldCms.ContentManagement.Items;

/// <summary>A link that an editor has entered.</summary>
/// <param name="Href">Where it leads; fit for a page.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Domain">The host as people say it, without "www."; null for what is not a page elsewhere on the web.</param>
public sealed record OutwardLink(string Href, string Text, string? Domain);
