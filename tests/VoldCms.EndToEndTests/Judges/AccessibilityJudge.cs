using Microsoft.Playwright;

namespace VoldCms.EndToEndTests.Judges;

/// <summary>
/// npm <c>axe-core</c> in the page, with the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, and its own best practices.
/// </summary>
internal static class AccessibilityJudge
{
    private const string Ask = """
        async (part) => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(part ?? document, { runOnly: tags, resultTypes: ['violations'] });
          const why = (node) => node.failureSummary.split('\n').slice(1).join(';');
          return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${why(node)}`));
        }
        """;

    /// <param name="page">The page, open.</param>
    /// <param name="part">A selector of what to judge; null for all of it.</param>
    public static async Task<string[]> JudgeAsync(IPage page, string? part = null)
    {
        await page.EvaluateAsync(
            await JudgePackages.Folder.ReadPackageFileAsync(TestContext.Current.CancellationToken, "axe-core", "axe.min.js")
        );
        return await page.EvaluateAsync<string[]>(Ask, part);
    }
}
