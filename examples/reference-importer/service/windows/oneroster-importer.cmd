@echo off
rem Starts the importer by hand. Not run on Windows. ONEROSTER_JAVA_OPTS adds options for Java, such as -Xmx1g.
setlocal
set "home=%~dp0.."
set "java=%home%\bin\java.exe"
if not exist "%java%" set "java=java"
"%java%" -Xms16m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:GuaranteedSafepointInterval=60000 -XX:AsyncDeflationInterval=60000 %ONEROSTER_JAVA_OPTS% -jar "%home%\reference-importer.jar" %*
exit /b %errorlevel%
