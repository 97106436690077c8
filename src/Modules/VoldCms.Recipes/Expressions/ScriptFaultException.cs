namespace VoldCms.Recipes.Expressions;

/// <summary>Thrown inside this folder for what a script's author has to mend.</summary>
internal sealed class ScriptFaultException(string message) : Exception(message);
