using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;
using VoldCms.ContentManagement.Rules;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>
/// Addresses that an item could have and nobody would find it at: a page of the site has claimed them, and is asked first. Only of types
/// that have a page themselves; and, for every type, first words that mean something else here and on Orchard Core.
/// </summary>
internal sealed class ClaimedAddresses(ItemPages pages, IActionDescriptorCollectionProvider actions) : IPathRule
{
    private const string Front = "{culture:site}";

    private RoutePattern[]? _patterns;

    public string? FindProblem(string contentType, string path, string? culture)
    {
        if (TenantNaming.ReservedSegments.Contains(path.Split('/')[0]))
        {
            return $"is '{path}', which begins with a reserved word; "
                + $"expected another than {string.Join(", ", TenantNaming.ReservedSegments.Order())}";
        }

        var below = (
            culture is not null && path.StartsWith($"{culture}/", StringComparison.OrdinalIgnoreCase) ? path[(culture.Length + 1)..] : path
        ).Split('/');
        return
            (pages.Find(contentType) is not null || pages.FindPlace(contentType) is not null)
            && Patterns().Any(pattern => IsMatch(pattern, below))
            ? $"is '{path}', and its address is that of a page of the site; expected one of its own"
            : null;
    }

    private RoutePattern[] Patterns() =>
        _patterns ??= [
            .. actions
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .Select(page => page.AttributeRouteInfo?.Template)
                .OfType<string>()
                .Where(template => template.StartsWith(Front, StringComparison.Ordinal))
                .Select(template => RoutePatternFactory.Parse(template)),
        ];

    private static bool IsMatch(RoutePattern pattern, string[] below) =>
        pattern.PathSegments.Count == below.Length + 1
        && pattern
            .PathSegments.Skip(1)
            .Zip(below)
            .All(pair =>
                pair.First.Parts is not [RoutePatternLiteralPart literal]
                || literal.Content.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)
            );
}
