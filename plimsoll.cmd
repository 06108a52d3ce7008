@echo off
rem Starts Plimsoll from a checkout: builds when there is no build yet, then runs without Maven.
setlocal EnableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "jdk="
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\BellSoft\LibericaJDK-25*" "%USERPROFILE%\.jdks\*25*") do if not defined jdk call :try "%%~d"
if not defined jdk (
  echo Plimsoll needs a JDK 25 and found none: install one ^(for example Temurin 25^) or set JAVA_HOME to it. 1>&2
  exit /b 2
)
set "stale="
if not exist "%root%\app\target\plimsoll.jar" set "stale=1"
if not exist "%root%\app\target\lib" set "stale=1"
if not defined stale (
  for /f %%n in ('powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath '%root%\app\target\plimsoll.jar').LastWriteTime; @(Get-ChildItem -LiteralPath '%root%\pom.xml','%root%\analysis\pom.xml','%root%\app\pom.xml','%root%\analysis\src\main','%root%\app\src\main' -Recurse -File | Where-Object { $_.LastWriteTime -gt $jar }).Count"') do if not "%%n"=="0" set "stale=1"
)
if defined stale (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Plimsoll is not built yet and Maven was not found: install Maven 3.8 or newer. 1>&2
    exit /b 2
  )
  echo Building Plimsoll ^(the first time this fetches its libraries^) ... 1>&2
  pushd "%root%"
  call mvn -q -B -DskipTests -Dspotless.check.skip=true package 1>&2
  if errorlevel 1 ( popd & exit /b 2 )
  popd
)
"%jdk%\bin\java" -XX:+UseSerialGC --module-path "%root%\app\target\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 "-Dplimsoll.home=%root%" %PLIMSOLL_JAVA_OPTIONS% -cp "%root%\app\target\plimsoll.jar;%root%\app\target\lib\*" io.plimsoll.app.Launcher %*
exit /b %errorlevel%

:try
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
"%~1\bin\java" -version 2>&1 | findstr /r /c:"\"25[.\"]" >nul
if not errorlevel 1 set "jdk=%~1"
exit /b 0
