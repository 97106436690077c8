namespace VoldCms.Data.Model;

/// <summary>
/// A row of the whole installation, such as a person's account: no tenant's, and gone with none. No anonymous reader ever sees anything
/// of it. A test lists their tables.
/// </summary>
public interface IInstallationOwned;
