using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// All texts of the interface, read once from PO files. A text's key is its English wording, with a context where one wording
/// means two things. Later files win: each module's own, the host's, the installation's (<c>Localization/{culture}.po</c> in
/// the data directory), the tenant's (<c>Sites/{tenant}/Localization/{culture}.po</c>). Singleton, immutable.
/// </summary>
public sealed partial class TextCatalog
{
    /// <summary>The language that keys are written in: it answers with the key itself where no file says otherwise.</summary>
    public const string SourceCulture = "en";

    private readonly Layer _common;
    private readonly FrozenDictionary<string, Layer> _tenants;

    private TextCatalog(Layer common, FrozenDictionary<string, Layer> tenants)
    {
        _common = common;
        _tenants = tenants;
    }

    /// <summary>The cultures that have a file of their own, and the source culture.</summary>
    public IEnumerable<string> TranslatedCultures => _common.Cultures.Append(SourceCulture).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartupException">A file is broken, or a translation has a placeholder that its text lacks.</exception>
    public static TextCatalog Load(ModuleCatalog modules, DataDirectory data)
    {
        var common = new LayerBuilder();
        foreach (var file in modules.Assemblies.SelectMany(assembly => EmbeddedFile.In(assembly, "Localization", ".po")))
        {
            using var reader = new StreamReader(file.Open());
            common.Add(Path.GetFileNameWithoutExtension(file.FileName), reader, file.Origin);
        }

        common.AddFolder(data.Combine("Localization"));
        var tenants = new Dictionary<string, Layer>(StringComparer.OrdinalIgnoreCase);
        if (Directory.Exists(data.Combine("Sites")))
        {
            foreach (var folder in Directory.EnumerateDirectories(data.Combine("Sites")))
            {
                var builder = new LayerBuilder();
                builder.AddFolder(Path.Combine(folder, "Localization"));
                tenants.Add(Path.GetFileName(folder), builder.Build());
            }
        }

        return new(common.Build(), tenants.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The texts as one tenant has them in one language.</summary>
    /// <param name="culture">With its fallbacks.</param>
    /// <param name="tenant">The tenant's name; null outside any tenant.</param>
    public Texts For(Culture culture, string? tenant) => new(this, culture, tenant);

    /// <summary>
    /// Whether a file of that culture says in its header that no person has checked its texts yet
    /// (<c>X-Machine-Translated: yes</c>), and none of the installation says that somebody has (<c>no</c>).
    /// </summary>
    internal bool IsMachineTranslated(string culture) => _common.IsMachineTranslated(culture);

    /// <summary>The translation's forms in the first culture of the chain that has it; null when the key answers itself.</summary>
    internal (string Culture, string[] Forms)? Find(IEnumerable<string> chain, string? tenant, TextKey key)
    {
        var own = tenant is null ? null : _tenants.GetValueOrDefault(tenant);
        foreach (var culture in chain)
        {
            if ((own?.Find(culture, key) ?? _common.Find(culture, key)) is { } forms)
            {
                return (culture, forms);
            }

            if (culture == SourceCulture)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A context, or null, and the English wording.</summary>
    internal readonly record struct TextKey(string? Context, string Id);

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    private sealed class Layer(FrozenDictionary<string, FrozenDictionary<TextKey, string[]>> byCulture, FrozenSet<string> machineTranslated)
    {
        public IEnumerable<string> Cultures => byCulture.Keys;

        public string[]? Find(string culture, TextKey key) => byCulture.GetValueOrDefault(culture)?.GetValueOrDefault(key);

        public bool IsMachineTranslated(string culture) => machineTranslated.Contains(culture);
    }

    private sealed class LayerBuilder
    {
        private readonly Dictionary<string, Dictionary<TextKey, string[]>> _byCulture = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _machineTranslated = new(StringComparer.OrdinalIgnoreCase);

        public void AddFolder(string folder)
        {
            if (!Directory.Exists(folder))
            {
                return;
            }

            foreach (var path in Directory.EnumerateFiles(folder, "*.po").Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(path);
                Add(Path.GetFileNameWithoutExtension(path), reader, path);
            }
        }

        public void Add(string culture, TextReader reader, string origin)
        {
            if (!_byCulture.TryGetValue(culture, out var texts))
            {
                _byCulture.Add(culture, texts = []);
            }

            try
            {
                var file = PoReader.Read(reader, origin);
                NoteTranslator(culture, file);
                foreach (var entry in file.Entries.Where(entry => entry.Translations.All(text => text.Length > 0)))
                {
                    CheckPlaceholders(entry, origin);
                    texts[new(entry.Context, entry.Id)] = [.. entry.Translations];
                }
            }
            catch (PoSyntaxException problem)
            {
                throw new StartupException(problem.Message, problem);
            }
        }

        public Layer Build() => new(
            _byCulture.ToFrozenDictionary(culture => culture.Key, culture => culture.Value.ToFrozenDictionary(), StringComparer.OrdinalIgnoreCase),
            _machineTranslated.ToFrozenSet(StringComparer.OrdinalIgnoreCase));

        // A file that says nothing changes nothing.
        private void NoteTranslator(string culture, PoFile file)
        {
            switch (file.FindHeader("X-Machine-Translated"))
            {
                case "yes":
                    _machineTranslated.Add(culture);
                    break;
                case "no":
                    _machineTranslated.Remove(culture);
                    break;
            }
        }

        // A placeholder too many would fail when a visitor opens the page.
        private static void CheckPlaceholders(PoEntry entry, string origin)
        {
            var known = Placeholder().Matches(entry.Id + entry.PluralId).Select(match => match.Value).ToHashSet();
            if (entry.Translations.SelectMany(text => Placeholder().Matches(text)).FirstOrDefault(match => !known.Contains(match.Value)) is { } unknown)
            {
                throw new PoSyntaxException($"The translation of \"{entry.Id}\" has {unknown.Value}}}, which the text lacks", origin, entry.Line);
            }
        }
    }
}
